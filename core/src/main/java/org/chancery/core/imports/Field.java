package org.chancery.core.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column may say of a person, and the headings by which it is recognised. */
public enum Field {
  /** Such as Dr. */
  PREFIX("Prefix", "prefix,salutation,honorific,courtesy title,mr mrs"),
  /** Given and family name in one. */
  NAME(
      "Full name",
      "name,full name,contact,contact name,display name,person,attendee,participant,who"),
  /** Given name. */
  FIRST("First name", "first,first name,given name,given,forename,fname,firstname"),
  /** Further names. */
  MIDDLE("Middle name", "middle,middle name,middle initial,mi,additional name,middlename"),
  /** Family name. */
  LAST("Last name", "last,last name,family name,surname,lname,lastname,family"),
  /** Such as Jr. */
  SUFFIX("Suffix", "suffix,generation"),
  /** Where they work. */
  ORGANIZATION(
      "Organization",
      "organization,organisation,company,company name,employer,agency,org,organization name,firm,"
          + "institution,affiliation,account name,organization 1 name"),
  /** As what. */
  TITLE("Position", "title,job title,position,role,occupation,function,job,organization 1 title"),
  /** Mailbox. */
  EMAIL(
      "E-mail",
      "email,e mail,email address,e mail address,mail,work email,business email,personal email,"
          + "home email,primary email,email work,email home"),
  /** At work. */
  WORK_PHONE(
      "Office phone",
      "phone,telephone,phone number,work phone,business phone,office phone,tel,telephone number,"
          + "office,company main phone,main phone,primary phone,phone work,business,work,direct"),
  /** Mobile. */
  MOBILE_PHONE(
      "Mobile phone",
      "mobile,mobile phone,cell,cell phone,cellphone,cellular,phone mobile,mobile number,car phone"),
  /** At home. */
  HOME_PHONE("Home phone", "home phone,home,phone home,personal phone,private phone"),
  /** Whatever else. */
  OTHER_PHONE("Other phone", "other phone,phone other,assistants phone,pager,callback"),
  /** Fax. */
  FAX("Fax", "fax,business fax,work fax,fax number,office fax"),
  /** Street. */
  STREET(
      "Street",
      "street,address,street address,business street,work street,address line,address 1,"
          + "address line 1,mailing address,work address,business address,postal address"),
  /** What belongs to the street. */
  STREET_MORE(
      "Street, second line",
      "street 2,address 2,address line 2,business street 2,suite,apt,floor,building,unit"),
  /** City. */
  CITY("City", "city,town,business city,work city,municipality,locality"),
  /** State. */
  STATE("State", "state,province,business state,work state,st,state province,region"),
  /** ZIP code. */
  ZIP("ZIP code", "zip,zip code,zipcode,postal code,business postal code,postcode,work zip"),
  /** Country. */
  COUNTRY("Country", "country,business country region,country region,business country,nation"),
  /** Page on the web. */
  URL("Web page", "url,web,website,web page,web site,homepage,internet"),
  /** Interests. */
  INTERESTS("Interests", "interests,interest,topics,hobby,hobbies,keywords,tags"),
  /** When they were last spoken to. */
  LAST_CONTACT(
      "Last contact", "last contact,last contacted,last contact date,last spoken,contacted on");

  private final String title;
  private final List<String> headings;

  Field(String title, String headings) {
    this.title = title;
    this.headings = List.of(headings.split(","));
  }

  /** As programs know it. */
  public String code() {
    StringBuilder code = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
      code.append(
          code.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return code.toString();
  }

  /** As people know it. */
  public String title() {
    return title;
  }

  /** The field of that code. */
  public static Optional<Field> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /** Whether several columns may say it. */
  boolean isMultiple() {
    return switch (this) {
      case EMAIL, WORK_PHONE, MOBILE_PHONE, HOME_PHONE, OTHER_PHONE, INTERESTS -> true;
      default -> false;
    };
  }

  /** The field that a heading names. */
  static Optional<Field> named(String heading) {
    String plain =
        heading
            .toLowerCase(Locale.ROOT)
            .replaceAll("([’'])", "")
            .replaceAll("[^a-z0-9]+", " ")
            .strip();
    String counted = plain.replaceAll(" ?\\d+$| \\d+ (value|number)$", "").strip();
    return Arrays.stream(values())
        .filter(each -> each.headings.contains(plain))
        .findFirst()
        .or(
            () ->
                Arrays.stream(values())
                    .filter(each -> each.isMultiple() && each.headings.contains(counted))
                    .findFirst());
  }
}
