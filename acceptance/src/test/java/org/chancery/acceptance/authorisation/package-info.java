/**
 * The authorisation matrix: every route, as each role, to an item in each situation. The rules lie
 * beside the route table's own tests, in {@code authorisation-rules.txt}.
 */
package org.chancery.acceptance.authorisation;
