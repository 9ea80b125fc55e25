/**
 * Case folders, case files and their parts, correspondents and their protected values; and where in
 * the tree they live (requirements C3, C4, C5, P15).
 */
package org.chancery.core.correspondence;
