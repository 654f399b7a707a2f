export interface Config {
  incidentLearning?: {
    /** Lets actions be tracked as GitHub issues. Without it, the module does nothing. */
    github?: {
      /**
       * The host of GitHub, which `integrations.github` must have a token or an app for. `github.com` unless said.
       */
      host?: string;

      /**
       * Repositories in which issues can be created and linked, the one to propose first.
       */
      repositories?: Array<{
        /** Such as `acme/shop`. */
        name: string;
        /** Labels of the issues that are created there. */
        labels?: string[];
      }>;

      /**
       * Organisations and users whose repositories can be used as well where the catalog says that they belong to an
       * entity, by its annotation `github.com/project-slug`. Those of `repositories` unless said.
       */
      owners?: string[];

      /**
       * Labels of issues that are created in such a repository. None unless said.
       */
      labels?: string[];

      /**
       * What the webhook is signed with. Without it there is none, and issues are read on a schedule alone.
       *
       * @visibility secret
       */
      webhookSecret?: string;
    };
  };
}
