#include "kernel/mail/failure.hpp"

#include <doctest.h>

TEST_CASE("the status of a failure is read in what servers say, and nowhere else") // NTF-035
{
    CHECK(mail::status_in("550 5.1.1 <rose@client.example>: unknown") == "5.1.1");
    CHECK(mail::status_in("550-5.1.10 RESOLVER.ADR") == "5.1.10");
    CHECK(mail::status_in("server 10.5.1.1 said 451 4.2.0").empty());
    CHECK(mail::status_in("version 5.1.1.2").empty());
    CHECK(mail::status_in("5.1.").empty());
    CHECK(mail::status_in("").empty());
}

TEST_CASE("an address is dead when there is none or its box is closed") // NTF-035
{
    for (const auto* status : {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"})
        CHECK_MESSAGE(mail::is_dead_address(status), status);
    for (const auto* status : {"", "4.1.1", "5.1.7", "5.1.8", "5.2.2", "5.7.1", "5.1.11", "5.1"})
        CHECK_FALSE_MESSAGE(mail::is_dead_address(status), status);
}

TEST_CASE("a report tells its first failed recipient, folded or not, whatever the bytes") // NTF-035
{
    const auto failure =
        mail::failure_in("Reporting-MTA: dns; mx\r\n\r\nAction: delayed\r\n"
                         "Status: 4.2.2\r\n\r\naction: FAILED\r\nSTATUS: 5.1.1 (no)\r\n"
                         "Diagnostic-Code: smtp; 550\r\n\t5.1.1 Unknown\r\n");
    REQUIRE(failure);
    CHECK(failure->status == "5.1.1");
    CHECK(failure->words == "550 5.1.1 Unknown");
    CHECK_FALSE(mail::failure_in(""));
    CHECK_FALSE(mail::failure_in("Action: delivered\nStatus: 5.1.1"));
    CHECK_FALSE(mail::failure_in(std::string{":\0\xff\n: :\n\n \n:::", 12}));
    CHECK(mail::failure_in("Action: failed")->status.empty());
}
