/**
 * What records need from day to day, in the background: clocks that fall due, folders to be
 * computed anew, searches under a hold, closed files to be declared.
 */
package org.chancery.core.upkeep;
