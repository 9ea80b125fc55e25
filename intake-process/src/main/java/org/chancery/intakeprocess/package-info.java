/**
 * The watched folder and the reading workers as a process of their own, for a repository that is
 * reached over HTTP (design § 5). Owns nothing that lasts but what lies in the watched folder: it
 * may be killed at any time.
 */
package org.chancery.intakeprocess;
