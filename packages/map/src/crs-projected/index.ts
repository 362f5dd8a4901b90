/** Any coordinate system that proj4 can define. Loads proj4. */
export { registerDefinition, type DefinitionOptions } from './register-definition.js';
