/**
 * How finely a time is known. A coarse time stands at the start of its day,
 * month or year.
 *
 * @public
 */
export type TimePrecision = 'exact' | 'day' | 'month' | 'year';

/**
 * Levels of severity, worst first.
 *
 * @public
 */
export type SeverityLevel = 'critical' | 'high' | 'medium' | 'low' | 'unknown';

/**
 * Where an incident stands.
 *
 * @public
 */
export type IncidentStatusValue = 'open' | 'contained' | 'resolved' | 'closed';

/**
 * What is known about an incident being a repeat: `suspected` by the machine,
 * `confirmed` or `rejected` by a person.
 *
 * @public
 */
export type RepeatVerdict = 'suspected' | 'confirmed' | 'rejected';

/**
 * Width of a bucket of a series.
 *
 * @public
 */
export type BucketInterval = 'day' | 'week' | 'month';
