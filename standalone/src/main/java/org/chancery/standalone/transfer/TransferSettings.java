package org.chancery.standalone.transfer;

import java.nio.file.Path;
import org.chancery.core.transfer.Packager;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the command line and the environment may set about transfers ({@code
 * --chancery.transfer.place}).
 *
 * @param place where packages are written; {@code transfers} in the data folder when not given
 * @param agency the department that transfers
 * @param office that created the records
 * @param recordGroup the National Archives' number for the agency
 * @param contact whom the National Archives ask
 * @param phone of the contact
 * @param email of the contact
 */
@ConfigurationProperties("chancery.transfer")
public record TransferSettings(
    Path place,
    @DefaultValue("Department of Homeland Security") String agency,
    @DefaultValue("Office of the Executive Secretary") String office,
    @DefaultValue("563") String recordGroup,
    @DefaultValue("Records Officer") String contact,
    @DefaultValue("") String phone,
    @DefaultValue("") String email) {

  Packager.Sender sender() {
    return new Packager.Sender(agency, office, recordGroup, contact, phone, email);
  }
}
