import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

type Severity = 'critical' | 'high' | 'medium' | 'low' | 'unknown';

type Weekday =
  | 'monday'
  | 'tuesday'
  | 'wednesday'
  | 'thursday'
  | 'friday'
  | 'saturday'
  | 'sunday';

export interface Config {
  /** Post-incident learning. */
  incidentLearning?: {
    repeats?: {
      /** How many days back an incident can repeat an earlier one of its signature. 365 unless said. */
      lookBackDays?: number;
    };

    metrics?: {
      /**
       * What each KPI should come to, by its id: `trend` for moving in its direction, or a bound. Durations such as `4h`
       * or `{ hours: 4 }`, business days as a number, shares from 0 to 1, ratings from 0 to 10, the score from 0 to 100.
       */
      targets?: { [kpiId: string]: number | string | object };

      /**
       * What each KPI counts in the learning impact score, by its id. 0 leaves it out. 1 unless said, 0 for the
       * answers of participants and for KPIs that modules add.
       */
      weights?: { [kpiId: string]: number };

      /**
       * The IANA time zone in which days, weeks and months of series begin, such as `Europe/Berlin`. UTC unless said.
       */
      timeZone?: string;

      /** Monday unless said. */
      firstDayOfWeek?: Weekday;

      /** How many days a period has whose start is not said. 365 unless said. */
      defaultPeriodDays?: number;
    };

    access?: {
      /**
       * Users and groups who may see every restricted incident, as entity refs. Others see those of their own entities
       * and those that they take part in.
       */
      restrictedReaders?: string[];
    };

    /** The same entity under several names: the entity ref to keep, with the refs that mean the same. */
    entityAliases?: { [entityRef: string]: string[] };

    import?: {
      /** Files to import at start-up; importing one again changes nothing. */
      files?: Array<{
        /** Path of the file; `.gz` is unpacked. */
        path: string;
        /** `incident`, `csv`, `veris` or one that a module adds. By the file's ending unless said. */
        format?: string;
      }>;

      veris?: {
        /** The entity for a `victim.victim_id`. */
        victims?: { [victimId: string]: string };
        /** The entity for an asset variety, such as `S - Web application`, where the victim has none. */
        assets?: { [variety: string]: string };
      };
    };

    reviews?: {
      neededFor?: {
        /** Severities of incidents that need a review. All unless said; drills never need one. */
        severities?: Severity[];
        /**
         * Whether incidents of priority by the active risk profile need one, whatever their severity. False unless
         * said. Figures of how many were reviewed go by severity.
         */
        priority?: boolean;
      };

      /** How many days after an incident's end its review is scheduled for. 2 unless said. */
      scheduleAfterDays?: number;

      /** How many days ago an incident may have ended for a review to be scheduled by itself. 14 unless said. */
      scheduleWithinDays?: number;

      /** Whether `scheduleAfterDays` counts business days alone. False unless said. */
      businessDays?: boolean;

      /** Days of the week without work, 0 for Sunday. 0 and 6 unless said. */
      weekend?: number[];

      /** Dates without work, such as `2024-12-25`. */
      holidays?: string[];

      /** The group whose members lead reviews in turn, as an entity ref. Without it, a person names who leads. */
      facilitators?: string;

      feedback?: {
        /** How many days after they are asked participants should have answered. 3 unless said. */
        dueAfterDays?: number;
        /** How many days before that they are reminded. 1 unless said. */
        remindBeforeDays?: number;
        /** How many days after it they are reminded. 1 unless said. */
        remindAfterDays?: number;
        /**
         * Every how many days they are reminded from then on, until they have answered or the review is published.
         * 1 unless said, and at least that.
         */
        remindEveryDays?: number;
      };

      /**
       * How often the plugin looks for incidents to review and for people to remind, as Backstage's scheduler takes
       * it. Every minute unless said.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

      /**
       * What reviews are written in. The first that names the severity or kind of one of the incidents is taken, else
       * the first that names neither. The id `standard` replaces the template that there is without any.
       */
      templates?: Array<{
        id: string;
        title: string;
        severities?: Severity[];
        kinds?: Array<'security' | 'operational'>;
        sections: Array<{
          /** Letters, digits and `-`. */
          id: string;
          title: string;
          /** What belongs there. */
          help?: string;
          /** Whether publishing needs it. False unless said. */
          required?: boolean;
        }>;
      }>;
    };

    lessons?: {
      /**
       * Lessons of grave incidents come back years after: on the home page, and on the day in the digest of those whom
       * they concern.
       */
      anniversaries?: {
        /** Of incidents of which severities. Critical and high unless said. */
        severities?: Severity[];
        /** After how many years. 1 unless said; at least 1. */
        years?: number[];
        /** For how many days they stay on the home page. 7 unless said; 1 to 90. */
        shownForDays?: number;
      };
    };

    actions?: {
      /** On which days before the due date the owner is reminded. 7 and 1 unless said. */
      remindBeforeDays?: number[];

      /**
       * Every how many days they are reminded once it is overdue, until it is done. 1 unless said, and at least that.
       */
      remindEveryDays?: number;

      /** How many days after the due date others are told as well. */
      escalateAfterDays?: {
        /** The owner's group. 7 unless said. */
        group?: number;
        /** The parent of that group; not before the group. 14 unless said. */
        parent?: number;
      };

      /**
       * When digests are sent, at most one a person and day, as Backstage's scheduler takes it. At six in the morning
       * (UTC) unless said.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

      /** How the issues are followed that track actions, by modules such as that for GitHub. */
      trackers?: {
        /** How many minutes after it was read an issue is read again. 15 unless said. */
        readEveryMinutes?: number;
        /** How many seconds a tracker may take to answer. 10 unless said. */
        timeoutSeconds?: number;
        /**
         * When the plugin looks for issues to create or read, as Backstage's scheduler takes it. Every minute unless
         * said.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };

    reports?: {
      /** Trend reports that are sent as Backstage notifications, at seven on the first day after their period. */
      trends?: Array<{
        /** The length of the period: the month or quarter that has just ended, in UTC. */
        every: 'month' | 'quarter';
        /** `org`, or the ref of a group, system, domain or component. `org` unless said. */
        scope?: string;
        /** Users and groups, as entity refs. */
        recipients: string[];
      }>;
    };

    bulletin?: {
      /**
       * On which day of the week the bulletin of the week before is sent to those who follow it, in the time zone of
       * the metrics. Monday unless said.
       */
      day?: Weekday;

      /** At which hour, from 0 to 23. 8 unless said. */
      hour?: number;
    };

    risk?: {
      /** The labels of catalog entities from which factors are derived that nobody has stated. */
      labels?: {
        /** Who can reach the entity: `public`, `partner`, `internal` or `isolated`. `exposure` unless said. */
        exposure?: string;
        /**
         * How much depends on the entity: `critical`, `high`, `medium`, `low`, or `tier-0` to `tier-4`. `criticality`
         * unless said; without the label, the entity's lifecycle counts.
         */
        criticality?: string;
      };
    };

    rollups?: {
      /**
       * Whether figures of many incidents are read from rollups that every write keeps in step, rather than recounted
       * each time. True unless said.
       */
      enabled?: boolean;

      /** When the rollups are compared with a recount, as Backstage's scheduler takes it. Each night unless said. */
      checkSchedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    demo?: {
      /** Whether a database without incidents is filled with those of an invented company. False unless said. */
      enabled?: boolean;
    };
  };
}
