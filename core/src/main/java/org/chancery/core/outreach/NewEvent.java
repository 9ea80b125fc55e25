package org.chancery.core.outreach;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * What an event is to be: when it is changed, only what is given.
 *
 * @param values by property; {@code null} for what is to be empty
 * @param issues codes of those discussed; as they are when empty
 */
public record NewEvent(Map<QName, Object> values, Optional<List<String>> issues) {

  /** Copies the map; a value may be {@code null}. */
  public NewEvent {
    values = new LinkedHashMap<>(values);
  }

  /** One of which the name, the beginning, the place and the issues are known. */
  public static NewEvent of(
      String name, Instant start, String city, String state, List<String> issues) {
    return new NewEvent(
        Map.of(Cm.TITLE, name, Stk.EVENT_START, start, Stk.CITY, city, Stk.STATE, state),
        Optional.of(issues));
  }
}
