#pragma once

#include <string>

/// A message of the life of an invoice, CDAR D22B as XP Z12-012 asks: the fewest elements that pass
/// its schema and its rules (BR-FR-CDV).
namespace test_support
{

struct LifecycleMessage {
    std::string number;                ///< of the invoice
    std::string code = "204";          ///< MDT-105
    std::string at = "20261120101500"; ///< of Paris
    std::string reason{};              ///< MDT-113
    std::string words{};
    std::string seller = "732829320"; ///< SIREN of who issued it
};

inline std::string lifecycle_message(const LifecycleMessage& message)
{
    const auto status = message.reason.empty()
                            ? std::string{}
                            : "<ram:SpecifiedDocumentStatus><ram:ReasonCode>" + message.reason +
                                  "</ram:ReasonCode><ram:Reason>" + message.words +
                                  "</ram:Reason><ram:SequenceNumeric>1</ram:SequenceNumeric>"
                                  "</ram:SpecifiedDocumentStatus>";
    const auto at = "<ram:IssueDateTime><udt:DateTimeString format=\"204\">" + message.at +
                    "</udt:DateTimeString></ram:IssueDateTime>";
    const auto party = [](const std::string& element, const std::string& role,
                          const std::string& siren, const std::string& more) {
        return "<ram:" + element + "><ram:GlobalID schemeID=\"0002\">" + siren +
               "</ram:GlobalID><ram:RoleCode>" + role + "</ram:RoleCode>" + more +
               "</ram:" + element + ">";
    };
    const std::string reached = "<ram:URIUniversalCommunication><ram:URIID schemeID=\"0225\">"
                                "732829320</ram:URIID></ram:URIUniversalCommunication>";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
           "<rsm:CrossDomainAcknowledgementAndResponse"
           " xmlns:rsm=\"urn:un:unece:uncefact:data:standard:"
           "CrossDomainAcknowledgementAndResponse:100\""
           " xmlns:ram=\"urn:un:unece:uncefact:data:standard:"
           "ReusableAggregateBusinessInformationEntity:100\""
           " xmlns:qdt=\"urn:un:unece:uncefact:data:standard:QualifiedDataType:100\""
           " xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\">"
           "<rsm:ExchangedDocumentContext><ram:BusinessProcessSpecifiedDocumentContextParameter>"
           "<ram:ID>REGULATED</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>"
           "<ram:GuidelineSpecifiedDocumentContextParameter>"
           "<ram:ID>urn.cpro.gouv.fr:1p0:CDV:invoice</ram:ID>"
           "</ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>"
           "<rsm:ExchangedDocument><ram:ID>M-1</ram:ID>" +
           at +
           "<ram:SenderTradeParty><ram:GlobalID schemeID=\"0238\">0001</ram:GlobalID>"
           "<ram:RoleCode>WK</ram:RoleCode></ram:SenderTradeParty>" +
           party("IssuerTradeParty", "BY", "552100554", {}) +
           party("RecipientTradeParty", "SE", "732829320", reached) +
           "</rsm:ExchangedDocument><rsm:AcknowledgementDocument>"
           "<ram:MultipleReferencesIndicator><udt:Indicator>false</udt:Indicator>"
           "</ram:MultipleReferencesIndicator><ram:TypeCode>23</ram:TypeCode>" +
           at + "<ram:ReferenceReferencedDocument><ram:IssuerAssignedID>" + message.number +
           "</ram:IssuerAssignedID><ram:TypeCode>380</ram:TypeCode>"
           "<ram:FormattedIssueDateTime><qdt:DateTimeString format=\"102\">20261120"
           "</qdt:DateTimeString></ram:FormattedIssueDateTime><ram:ProcessConditionCode>" +
           message.code + "</ram:ProcessConditionCode>" +
           party("IssuerTradeParty", "SE", message.seller, {}) + status +
           "</ram:ReferenceReferencedDocument></rsm:AcknowledgementDocument>"
           "</rsm:CrossDomainAcknowledgementAndResponse>";
}

} // namespace test_support
