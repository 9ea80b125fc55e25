/**
 * The office's figures (requirement C13): what each metric counts and how its figures are found
 * again among the files. Counts only over the index, and only what the caller may see.
 */
package org.chancery.core.metrics;
