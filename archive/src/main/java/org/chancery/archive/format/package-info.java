/**
 * Which file formats can be transferred: the list of the National Archives as data, and the gate
 * that decides by it. Looks at names and types that others have found; opens no file.
 */
package org.chancery.archive.format;
