/**
 * The one route table both hosts serve, and the small request, response and problem types it is
 * written in (design § 6).
 */
package org.chancery.core.http;
