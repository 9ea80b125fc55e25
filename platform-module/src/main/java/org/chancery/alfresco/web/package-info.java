/**
 * The routes as web scripts: every request below {@code /alfresco/s/chancery/v1} is handed to the
 * domain's router, and its answer sent back, both streaming.
 */
package org.chancery.alfresco.web;
