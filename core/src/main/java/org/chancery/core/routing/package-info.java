/**
 * Who does what next: routing templates and the engine that runs them, routes of case files,
 * taskings with their suspenses, clearances, messages, the federal calendar, and the proof that
 * engine and taskings agree (requirements C7, C8, C10, C11, C18).
 */
package org.chancery.core.routing;
