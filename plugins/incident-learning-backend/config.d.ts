export interface Config {
  /** Post-incident learning. */
  incidentLearning?: {
    repeats?: {
      /**
       * How many days back an incident can repeat an earlier one of its signature. 365 unless said.
       */
      lookBackDays?: number;
    };

    /**
     * The same entity under several names: the entity ref to keep, with the refs that mean the same.
     */
    entityAliases?: { [entityRef: string]: string[] };

    import?: {
      /**
       * Files to import at start-up; importing one again changes nothing.
       */
      files?: Array<{
        /** Path of the file; `.gz` is unpacked. */
        path: string;
        /** `incident`, `csv`, `veris` or one that a module adds. By the file's ending unless said. */
        format?: string;
      }>;

      veris?: {
        /**
         * The entity for a `victim.victim_id`.
         */
        victims?: { [victimId: string]: string };
        /**
         * The entity for an asset variety, such as `S - Web application`, where the victim has none.
         */
        assets?: { [variety: string]: string };
      };
    };

    demo?: {
      /**
       * Whether a database without incidents is filled with those of an invented company. False unless said.
       */
      enabled?: boolean;
    };
  };
}
