export * from './DatabaseLessonStore';
export * from './LessonService';
export * from './LessonStore';
export * from './routes';
