export * from './createBulletins';
export * from './routes';
