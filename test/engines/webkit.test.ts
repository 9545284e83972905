import { suite } from './suite.ts';
import { launchWebKit } from './webkitEngine.ts';

suite(launchWebKit);
