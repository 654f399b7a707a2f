export { Disclosure } from './Disclosure';
export { Facts, type Fact } from './Facts';
export { Section } from './Section';
