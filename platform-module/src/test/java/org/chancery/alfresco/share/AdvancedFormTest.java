package org.chancery.alfresco.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class AdvancedFormTest {

  private static AdvancedForm form(String json) throws JsonProcessingException {
    return AdvancedForm.of(new ObjectMapper().readTree(json));
  }

  @Test
  void allWordsOfATextFieldMustBeThere() throws JsonProcessingException {
    AdvancedForm form =
        form("{\"prop_cor_subject\":\"flood (relief)\",\"datatype\":\"cor:caseFile\"}");
    assertThat(form.text()).isEqualTo("(cor:subject:flood AND cor:subject:relief)");
    assertThat(form.type()).contains("cor:caseFile");
  }

  @Test
  void anyOfTheChosenValuesWillDo() throws JsonProcessingException {
    assertThat(
            form("{\"prop_cor_source\":\"congress,public\",\"prop_cor_source-mode\":\"OR\"}")
                .text())
        .isEqualTo("(cor:source:\"congress\" OR cor:source:\"public\")");
  }

  @Test
  void rangesMayBeOpen() throws JsonProcessingException {
    assertThat(form("{\"prop_cor_dateReceived-date-range\":\"2026-01-02T00:00:00.000Z|\"}").text())
        .isEqualTo("cor:dateReceived:[2026-01-02 TO *]");
    assertThat(form("{\"prop_cor_pageCount-number-range\":\"|9\"}").text())
        .isEqualTo("cor:pageCount:[* TO 9]");
    assertThat(form("{\"prop_cor_pageCount-number-range\":\"|\"}").text()).isEmpty();
  }

  @Test
  void whatIsNoPropertySaysNothing() throws JsonProcessingException {
    assertThat(form("{\"prop_cm_name\":\"\",\"other\":\"x\"}").text()).isEmpty();
  }
}
