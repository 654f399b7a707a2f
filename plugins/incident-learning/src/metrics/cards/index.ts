export { CardRequests, WhenNear, useCardData } from './CardRequests';
