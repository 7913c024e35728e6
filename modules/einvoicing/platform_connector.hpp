#pragma once

#include "modules/einvoicing/einvoicing.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Platforms of the French reform (« plateformes agréées »), spoken to as AFNOR XP Z12-013 says.
/// Nothing else of the program knows how.
namespace einvoicing
{

/// What a business has with its platform, secrets open. Held only while a job runs.
struct PlatformAccount {
    std::string address;       ///< of the Flow Service: "https://api.flow.company.com/flow-service"
    std::string token_address; ///< of OAuth 2.0 client credentials; empty: the secret is a token
    std::string client;        ///< of OAuth 2.0; else empty
    std::string secret;
};

/// Why the platform did not do what was asked.
enum class Trouble {
    later,           ///< busy, unreachable: another try may do
    refused,         ///< another try would say the same
    bad_credentials, ///< of the account
};
struct Failure {
    Trouble trouble = Trouble::later;
    int code = 0;                 ///< HTTP status; 0 = no answer
    std::string words;            ///< of the platform, or why there are none; never a secret
    std::chrono::seconds wait{0}; ///< what it asks to wait; 0 = it did not say
};

/// A document or a status that went through the platform.
struct Flow {
    std::string id;
    std::string tracking;        ///< what its sender calls it
    std::string name;            ///< of its file
    std::string type;            ///< "SupplierInvoice", "CustomerInvoiceLC"…
    std::string direction;       ///< "In": to the business; "Out"
    std::string updated_at;      ///< RFC 3339
    std::string acknowledgement; ///< "Pending", "Ok", "Error"
    std::string why;             ///< of an error: « item : message »
};
struct FlowPage {
    std::vector<Flow> flows;
    std::string next; ///< cursor of the next page; empty: this was the last
};

struct FlowSearch {
    std::string updated_after;      ///< RFC 3339, strictly; empty = everything
    std::vector<std::string> types; ///< empty = all
    std::string direction;          ///< "In": to the business; "Out"; empty = both
    std::string tracking;           ///< or empty
    std::string cursor;             ///< of the page before
    int limit = flows_max;
    static constexpr int flows_max = 100;
};

struct NewFlow {
    std::string tracking; ///< ours, at most 64 characters: the same for the same document
    std::string name;
    std::string syntax;  ///< "CII", "UBL", "Factur-X", "CDAR", "FRR"
    std::string profile; ///< "CIUS"…; may be empty
    std::string rule;    ///< "B2B", "B2BInt", "B2C"…
    std::string media_type;
    std::string bytes;
};

/// A platform, for one account. Waits for the network: never inside a transaction; any thread.
class PlatformConnector
{
  public:
    PlatformConnector() = default;
    PlatformConnector(const PlatformConnector&) = delete;
    PlatformConnector& operator=(const PlatformConnector&) = delete;
    virtual ~PlatformConnector() = default;

    virtual std::variant<FlowPage, Failure> search(const FlowSearch& search) = 0;
    /// The document of a flow, as its sender sent it.
    virtual std::variant<std::string, Failure> original(std::string_view flow) = 0;
    /// The flow it became.
    virtual std::variant<std::string, Failure> submit(const NewFlow& flow) = 0;
};

std::unique_ptr<PlatformConnector> connector(const PlatformAccount& account, PlatformReach reach);
/// Whether an address is one a platform may have.
bool is_platform_address(std::string_view address, PlatformReach reach);

} // namespace einvoicing
