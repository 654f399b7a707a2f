export * from './createLessonTravel';
export * from './routes';
