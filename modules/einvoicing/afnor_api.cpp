#include "kernel/base/text.hpp"
#include "kernel/http/client.hpp"
#include "kernel/http/message.hpp"
#include "modules/einvoicing/afnor_json.hpp"
#include "modules/einvoicing/platform_connector.hpp"
#include "modules/einvoicing/reception.hpp"

#include <optional>

namespace einvoicing
{
namespace
{

constexpr std::size_t boundary_bytes = 16; // of chance
constexpr std::size_t list_bytes_max = 2'000'000;
constexpr int least_server_error = 500;

http::Reach reach_of(PlatformReach reach)
{
    return reach == PlatformReach::loopback_too ? http::Reach::loopback_too
                                                : http::Reach::https_only;
}

Trouble trouble_of(int status)
{
    if (status == 401 || status == 403) return Trouble::bad_credentials;
    if (status == 0 || status == 408 || status == 429 || status >= least_server_error)
        return Trouble::later;
    return Trouble::refused;
}

Failure failure_of(const http::ClientAnswer& answer)
{
    auto words = afnor::error_words(answer.body);
    if (words.empty()) words = answer.failure;
    return {.trouble = trouble_of(answer.status),
            .code = answer.status,
            .words = base::shorten(words, 300),
            .wait = answer.retry_after};
}

/// A name in a header of a part: what could end it is replaced.
std::string quotable(std::string name)
{
    for (auto& c : name)
        if (static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\') c = '_';
    return name;
}

class AfnorConnector final : public PlatformConnector
{
  public:
    AfnorConnector(PlatformAccount account, PlatformReach reach)
        : account_(std::move(account)), reach_(reach_of(reach))
    {
    }

    std::variant<FlowPage, Failure> search(const FlowSearch& search) override
    {
        const auto answer = ask({.method = "POST",
                                 .address = account_.address + "/v1/flows/search",
                                 .headers = {{"Content-Type", "application/json"}},
                                 .body = afnor::search_body(search),
                                 .answer_bytes_max = list_bytes_max});
        if (answer.status != 200) return failure_of(answer);
        auto page = afnor::page_in(answer.body);
        if (!page) return Failure{Trouble::refused, answer.status, "unreadable answer"};
        return *std::move(page);
    }

    std::variant<std::string, Failure> original(std::string_view flow) override
    {
        auto answer = ask({.address = account_.address + "/v1/flows/" +
                                      http::encode_component(flow) + "?docType=Original",
                           .headers = {{"Accept", "*/*"}},
                           .answer_bytes_max = static_cast<std::size_t>(original_bytes_max)});
        if (answer.status != 200) return failure_of(answer);
        return std::move(answer.body);
    }

    std::variant<std::string, Failure> submit(const NewFlow& flow) override
    {
        const auto boundary = base::hex(base::random_bytes(boundary_bytes));
        const auto answer =
            ask({.method = "POST",
                 .address = account_.address + "/v1/flows",
                 .headers = {{"Content-Type", "multipart/form-data; boundary=" + boundary}},
                 .body = parts_of(flow, boundary)});
        if (answer.status != 202) return failure_of(answer);
        auto id = afnor::flow_id_in(answer.body);
        if (id.empty()) return Failure{Trouble::later, answer.status, "unreadable answer"};
        return id;
    }

  private:
    static std::string parts_of(const NewFlow& flow, const std::string& boundary)
    {
        const auto part = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
        return part + "\"flowInfo\"\r\nContent-Type: application/json\r\n\r\n" +
               afnor::flow_info(flow) + "\r\n" + part + "\"file\"; filename=\"" +
               quotable(flow.name) + "\"\r\nContent-Type: " + flow.media_type + "\r\n\r\n" +
               flow.bytes + "\r\n--" + boundary + "--\r\n";
    }

    http::ClientAnswer ask(http::ClientRequest request)
    {
        if (const auto refused = take_token()) return *refused;
        request.reach = reach_;
        request.headers.emplace_back("Authorization", "Bearer " + token_);
        return http::send(request);
    }

    /// Once for an account; what the server answered instead, when it gave none.
    std::optional<http::ClientAnswer> take_token()
    {
        if (!token_.empty()) return {};
        if (account_.token_address.empty()) {
            token_ = account_.secret;
            return {};
        }
        auto answer =
            http::send({.method = "POST",
                        .address = account_.token_address,
                        .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                        .body = "grant_type=client_credentials&client_id=" +
                                http::encode_component(account_.client) +
                                "&client_secret=" + http::encode_component(account_.secret),
                        .reach = reach_});
        if (answer.status == 200) token_ = afnor::token_in(answer.body);
        if (!token_.empty()) return {};
        if (answer.status == 200 || answer.status == 400) answer.status = 401;
        return answer;
    }

    PlatformAccount account_;
    http::Reach reach_;
    std::string token_;
};

} // namespace

std::unique_ptr<PlatformConnector> connector(const PlatformAccount& account, PlatformReach reach)
{
    return std::make_unique<AfnorConnector>(account, reach);
}

bool is_platform_address(std::string_view address, PlatformReach reach)
{
    return http::is_reachable(address, reach_of(reach));
}

} // namespace einvoicing
