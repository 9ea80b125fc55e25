/**
 * Case files driven along every shipped template by several clients at once, and what must be there
 * when the host has been killed meanwhile.
 */
package org.chancery.acceptance.routing;
