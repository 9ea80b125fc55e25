/**
 * The standalone host's side of HTTP: hands API requests to the domain's router, resolves who sends
 * them, serves the browser application, and sets the headers that protect it.
 */
package org.chancery.standalone.web;
