export * from './factors';
export * from './weights';
export * from './model';
export * from './derivation';
export * from './riskSet';
export * from './score';
export * from './evaluate';
export * from './compare';
export {
  riskSensitivity,
  type RiskFlip,
  type RiskSensitivity,
} from './sensitivity';
export * from './inputs';
export * from './evaluation';
export * from './profiles';
export * from './experiments';
export * from './decisions';
export * from './endpoints';
