package org.chancery.core.vocabulary;

import org.chancery.model.QName;

/**
 * Names of the stakeholder model that the domain speaks of; what each means is said in the model.
 */
public final class Stk {

  /** {@code stk:person}. */
  public static final QName PERSON = QName.of("stk:person");

  /** {@code stk:organization}. */
  public static final QName ORGANIZATION = QName.of("stk:organization");

  /** {@code stk:salutation}. */
  public static final QName SALUTATION = QName.of("stk:salutation");

  /** {@code stk:firstName}. */
  public static final QName FIRST_NAME = QName.of("stk:firstName");

  /** {@code stk:middleName}. */
  public static final QName MIDDLE_NAME = QName.of("stk:middleName");

  /** {@code stk:lastName}. */
  public static final QName LAST_NAME = QName.of("stk:lastName");

  /** {@code stk:organizationName}. */
  public static final QName ORGANIZATION_NAME = QName.of("stk:organizationName");

  /** {@code stk:acronym}. */
  public static final QName ACRONYM = QName.of("stk:acronym");

  /** {@code stk:officePhone}. */
  public static final QName OFFICE_PHONE = QName.of("stk:officePhone");

  /** {@code stk:phone}. */
  public static final QName PHONE = QName.of("stk:phone");

  /** {@code stk:city}. */
  public static final QName CITY = QName.of("stk:city");

  /** {@code stk:state}. */
  public static final QName STATE = QName.of("stk:state");

  /** {@code stk:zip}. */
  public static final QName ZIP = QName.of("stk:zip");

  /** {@code stk:workStreet}. */
  public static final QName WORK_STREET = QName.of("stk:workStreet");

  /** {@code stk:street}. */
  public static final QName STREET = QName.of("stk:street");

  /** {@code stk:memberOf}. */
  public static final QName MEMBER_OF = QName.of("stk:memberOf");

  private Stk() {}
}
