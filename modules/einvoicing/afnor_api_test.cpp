#include "kernel/http/client.hpp"
#include "modules/einvoicing/afnor_json.hpp"
#include "modules/einvoicing/platform_connector.hpp"
#include "tests/support/simulated_platform.hpp"

#include <doctest.h>

using namespace einvoicing;
using test_support::SimulatedPlatform;

namespace
{

std::unique_ptr<PlatformConnector> with_token(const SimulatedPlatform& platform,
                                              const std::string& token = SimulatedPlatform::token)
{
    return connector(
        {.address = platform.address(), .token_address = {}, .client = {}, .secret = token},
        PlatformReach::loopback_too);
}

template <class Answer>
Failure failure_of(const Answer& answer)
{
    REQUIRE(std::holds_alternative<Failure>(answer));
    return std::get<Failure>(answer);
}

FlowSearch incoming()
{
    return {.updated_after = {}, .direction = "In", .tracking = {}, .cursor = {}};
}

} // namespace

TEST_CASE("the simulated platform refuses a wrong token and a body that breaks the description")
{ // INV-056, the canary
    SimulatedPlatform platform;
    CHECK(failure_of(with_token(platform, "faux")->search(incoming())).trouble ==
          Trouble::bad_credentials);
    const auto sent = http::send(
        {.method = "POST",
         .address = platform.address() + "/v1/flows/search",
         .headers = {{"Content-Type", "application/json"},
                     {"Authorization", std::string{"Bearer "} + SimulatedPlatform::token}},
         .body = R"({"limit":101,"where":{"flowDirection":["In"]}})",
         .reach = http::Reach::loopback_too});
    CHECK(sent.status == 400);
    CHECK(platform.complaints == std::vector<std::string>{"SearchFlowParams.limit is too large"});
    auto wrong = incoming();
    wrong.types = {"Invention"};
    CHECK(failure_of(with_token(platform)->search(wrong)).trouble == Trouble::refused);
}

TEST_CASE("flows are searched page by page, fetched and submitted as XP Z12-013 says") // INV-056
{
    SimulatedPlatform platform;
    platform.held = {{.id = "f-1", .name = "a.xml", .bytes = "<a/>"},
                     {.id = "f/2", .name = "b.xml", .bytes = "<b/>"}};
    platform.page_size = 1;
    const auto speaker = with_token(platform);
    const auto first = std::get<FlowPage>(speaker->search(incoming()));
    REQUIRE(first.flows.size() == 1);
    CHECK(first.flows[0].acknowledgement == "Ok");
    auto next = incoming();
    next.cursor = first.next;
    CHECK(std::get<FlowPage>(speaker->search(next)).next.empty());
    CHECK(std::get<std::string>(speaker->original("f-1")) == "<a/>");
    CHECK(failure_of(speaker->original("absent")).trouble == Trouble::refused);
    const auto flow = speaker->submit({.tracking = "facture-42",
                                       .name = "FA \"42\".xml",
                                       .syntax = "CII",
                                       .profile = "CIUS",
                                       .rule = "B2B",
                                       .media_type = "application/xml",
                                       .bytes = std::string{"<c>\0</c>", 8}});
    CHECK(std::get<std::string>(flow) == "S1");
    CHECK(platform.submitted.front().bytes.size() == 8);
    CHECK(platform.complaints.empty());
}

TEST_CASE("a token is asked for by OAuth 2.0 where the platform gives them so") // INV-056
{
    SimulatedPlatform platform;
    const auto speaker = [&](const std::string& secret) {
        return connector({.address = platform.address(),
                          .token_address = platform.token_address(),
                          .client = SimulatedPlatform::client,
                          .secret = secret},
                         PlatformReach::loopback_too);
    };
    CHECK(std::holds_alternative<FlowPage>(speaker(SimulatedPlatform::secret)->search(incoming())));
    CHECK(failure_of(speaker("faux")->search(incoming())).trouble == Trouble::bad_credentials);
}

TEST_CASE("any bytes of a platform are read, or nothing") // INV-056
{
    CHECK_FALSE(afnor::page_in("<html>"));
    CHECK_FALSE(afnor::page_in("[1]"));
    CHECK(afnor::page_in(R"({"results":[1,{},{"flowId":"x"},{"flowId":7,"updatedAt":"y"}]})")
              .value()
              .flows.empty());
    CHECK(afnor::flow_id_in("{").empty());
    CHECK(afnor::token_in(R"({"access_token":7})").empty());
    CHECK_FALSE(is_platform_address("http://plateforme.example", PlatformReach::internet));
    CHECK(is_platform_address("https://plateforme.example/flow", PlatformReach::internet));
}
