#include "modules/einvoicing/lifecycle_message.hpp"

#include "modules/einvoice/einvoice.hpp"
#include "modules/einvoicing/message_text.hpp"

namespace einvoicing
{
namespace
{

constexpr const char* siren_scheme = "0002";
constexpr const char* directory_scheme = "0225";
constexpr const char* treatment_phase = "23"; // MDT-77
constexpr const char* spaces = "urn:un:unece:uncefact:data:standard:";

class LifecycleWriter
{
  public:
    explicit LifecycleWriter(const LifecycleStatement& statement) : said_(statement) {}

    std::string write()
    {
        const std::string base{spaces};
        xml_.in("rsm:CrossDomainAcknowledgementAndResponse",
                {{"xmlns:rsm", base + "CrossDomainAcknowledgementAndResponse:100"},
                 {"xmlns:ram", base + "ReusableAggregateBusinessInformationEntity:100"},
                 {"xmlns:qdt", base + "QualifiedDataType:100"},
                 {"xmlns:udt", base + "UnqualifiedDataType:100"}},
                [&] {
                    write_context();
                    write_head();
                    write_acknowledgement();
                });
        return xml_.take();
    }

  private:
    void write_context()
    {
        xml_.in("rsm:ExchangedDocumentContext", [&] {
            xml_.in("ram:BusinessProcessSpecifiedDocumentContextParameter",
                    [&] { xml_.text("ram:ID", "REGULATED"); });
            xml_.in("ram:GuidelineSpecifiedDocumentContextParameter",
                    [&] { xml_.text("ram:ID", "urn.cpro.gouv.fr:1p0:CDV:invoice"); });
        });
    }
    void write_party(std::string_view element, const LifecycleParty& party, bool is_reached)
    {
        xml_.in(element, [&] {
            xml_.text_if("ram:GlobalID", party.siren, {{"schemeID", siren_scheme}});
            xml_.text("ram:RoleCode", party.role);
            if (is_reached)
                xml_.in("ram:URIUniversalCommunication", [&] {
                    xml_.text("ram:URIID", party.siren, {{"schemeID", directory_scheme}});
                });
        });
    }
    void write_moment()
    {
        xml_.in("ram:IssueDateTime", [&] {
            xml_.text("udt:DateTimeString", moment_text(said_.said_at), {{"format", "204"}});
        });
    }
    void write_head()
    {
        xml_.in("rsm:ExchangedDocument", [&] {
            xml_.text("ram:ID", said_.id);
            write_moment();
            // Without a number: that of a platform, or none, may stand here (BR-FR-CDV-CL-09).
            write_party("ram:SenderTradeParty", {.siren = {}, .role = said_.from.role}, false);
            write_party("ram:IssuerTradeParty", said_.from, false);
            write_party("ram:RecipientTradeParty", said_.to, true);
        });
    }
    void write_acknowledgement()
    {
        xml_.in("rsm:AcknowledgementDocument", [&] {
            xml_.in("ram:MultipleReferencesIndicator",
                    [&] { xml_.text("udt:Indicator", "false"); });
            xml_.text("ram:TypeCode", treatment_phase);
            write_moment();
            xml_.in("ram:ReferenceReferencedDocument", [&] {
                xml_.text("ram:IssuerAssignedID", said_.number);
                xml_.text("ram:TypeCode", said_.kind);
                xml_.in("ram:FormattedIssueDateTime", [&] {
                    xml_.text("qdt:DateTimeString", day_text(said_.issued_on), {{"format", "102"}});
                });
                xml_.text("ram:ProcessConditionCode", said_.code);
                write_party("ram:IssuerTradeParty", {.siren = said_.seller, .role = "SE"}, false);
                if (!said_.reason.empty() || !said_.collected.empty()) write_status();
            });
        });
    }
    void write_status()
    {
        xml_.in("ram:SpecifiedDocumentStatus", [&] {
            xml_.text_if("ram:ReasonCode", said_.reason);
            xml_.text_if("ram:Reason", said_.words);
            xml_.text("ram:SequenceNumeric", "1");
            for (const auto& one : said_.collected)
                xml_.in("ram:SpecifiedDocumentCharacteristic", [&] {
                    xml_.text("ram:TypeCode", "MEN");
                    xml_.text("ram:ValueAmount", amount_text(one.amount),
                              {{"currencyID", said_.currency}});
                    xml_.text("ram:ValuePercent", percent_text(one.rate));
                });
        });
    }

    const LifecycleStatement& said_;
    einvoice::XmlWriter xml_;
};

} // namespace

std::string message_of(const LifecycleStatement& statement)
{
    return LifecycleWriter{statement}.write();
}

} // namespace einvoicing
