import css from './plainColors.css?inline';
import { addSheet } from './survey.styles.ts';

// For browsers older than `light-dark()`, which would draw nothing at all: they get the light scheme.
addSheet(css);
