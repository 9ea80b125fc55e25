/**
 * The names of the content model that the domain's code speaks of, each once. Owns no meaning: that
 * is the model's.
 */
package org.chancery.core.vocabulary;
