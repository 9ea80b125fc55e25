/** Mail to the office's own people, by SMTP. */
package org.chancery.standalone.mail;
