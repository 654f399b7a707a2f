export { CopyLinkButton } from './CopyLinkButton';
export { Disclosure } from './Disclosure';
export { Facts, type Fact } from './Facts';
export { PageTitle } from './PageTitle';
export { Section } from './Section';
