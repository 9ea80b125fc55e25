/**
 * Runs while the module is built and is not packaged: Share's forms, search forms and labels from
 * the content models, and the tags of the page from the built browser application.
 */
package org.chancery.share.forms;
