export interface Config {
  incidentLearning?: {
    reviews?: {
      /**
       * What a new fishbone asks about, in the order in which it is drawn; at most 12. People, Process, Technology,
       * Environment, Materials and Methods unless said. Those of one fishbone can be changed while it is written.
       *
       * @deepVisibility frontend
       */
      fishboneCategories?: string[];
    };
  };
}
