#include "kernel/sms/number.hpp"

#include <doctest.h>

using sms::international;

TEST_CASE("a number is written as gateways want it, however it was typed") // NTF-041
{
    CHECK(international("06 12 34 56 78", "33") == "+33612345678");
    CHECK(international("06.12.34.56.78", "33") == "+33612345678");
    CHECK(international("+33 (0)6 12 34 56 78", "33") == "+33612345678");
    CHECK(international("0033612345678", "33") == "+33612345678");
    CHECK(international("06\u00a012\u202f34 56 78", "33") == "+33612345678");
    CHECK(international("+44 7700 900123", "33") == "+447700900123");
    CHECK(international("514 555 0199", sms::calling_code_of("QC")) == "+15145550199");
}

TEST_CASE("what is no whole number is none")
{
    for (const char* const wrong : {"", "06", "+33", "6 douze", "+0612345678",
                                    "06 12 34 56 78 poste 4", "++33612345678", "06123456789012345"})
        CHECK_FALSE(international(wrong, "33"));
}

TEST_CASE("a landline of France receives no text, a foreign number may")
{
    CHECK(sms::may_receive("+33612345678"));
    CHECK(sms::may_receive("+33700000000"));
    CHECK_FALSE(sms::may_receive("+33298000000"));
    CHECK(sms::may_receive("+262692000000"));
    CHECK_FALSE(sms::may_receive("+262262000000"));
    CHECK(sms::may_receive("+447700900123"));
}
