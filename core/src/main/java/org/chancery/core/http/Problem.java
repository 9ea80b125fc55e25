package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request was not done (RFC 9457).
 *
 * @param type a URI reference that names the kind of problem
 * @param title short, the same for every problem of the kind
 * @param status HTTP status
 * @param detail what happened here and what to do about it, for a person
 * @param code stable, for programs
 * @param problems message by field, for the form that was filled in
 * @param currentRevision the revision the node has now, when the request was stale
 * @param more what else there is to tell programs, by name
 * @param incident what to tell the administrator, when something unexpected happened
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> problems,
    Optional<Long> currentRevision,
    @JsonAnyGetter Map<String, Object> more,
    Optional<String> incident) {

  /** A problem with nothing but its code, title and detail. */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(
        "urn:chancery:problem:" + code,
        title,
        status,
        detail,
        code,
        Map.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  Problem withProblems(Map<String, String> byField) {
    return new Problem(type, title, status, detail, code, byField, currentRevision, more, incident);
  }

  Problem withRevision(long revision) {
    return new Problem(
        type, title, status, detail, code, problems, Optional.of(revision), more, incident);
  }

  Problem with(String name, Object value) {
    return new Problem(
        type,
        title,
        status,
        detail,
        code,
        problems,
        currentRevision,
        Map.of(name, value),
        incident);
  }

  Problem withIncident(String id) {
    return new Problem(
        type, title, status, detail, code, problems, currentRevision, more, Optional.of(id));
  }
}
