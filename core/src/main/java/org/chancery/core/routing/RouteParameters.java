package org.chancery.core.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who and when, as a route was started; kept with it as JSON.
 *
 * @param lead group of the component that answers
 * @param reviewer who reviews; those of the leading component when empty
 * @param signer who signs; the Executive Secretariat when empty
 * @param commenters who is asked for comments
 * @param commentBy when those are due; as the template says when empty
 * @param instruction shown with every tasking
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RouteParameters(
    String lead,
    Optional<String> reviewer,
    Optional<String> signer,
    List<String> commenters,
    Optional<LocalDate> commentBy,
    Optional<String> instruction) {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new Jdk8Module()).addModule(new JavaTimeModule()).build();

  /** Copies the list. */
  RouteParameters {
    commenters = List.copyOf(commenters);
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Parameters cannot be written as JSON", e);
    }
  }

  static RouteParameters of(String json) {
    try {
      return JSON.readValue(json, RouteParameters.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The parameters of a route cannot be read", e);
    }
  }
}
