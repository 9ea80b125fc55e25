/**
 * The suite's eyes and hands: Chromium, driven as a person would, by what the page says and not by
 * how it is built.
 */
package org.chancery.acceptance.browser;
