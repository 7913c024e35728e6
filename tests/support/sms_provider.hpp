#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace test_support
{

/// A text message as a provider took it.
struct TakenMessage {
    std::string to;
    std::string from;
    std::string words;
    std::string tag; ///< OVHcloud
};

/// Twilio and OVHcloud on one free loopback port: every request is held against their own
/// descriptions (tests/contracts/twilio, tests/contracts/ovh-sms) and refused when it breaks them.
/// The clock of OVHcloud is an hour ahead. Ends with this object.
class SmsProvider
{
  public:
    SmsProvider();
    ~SmsProvider();
    SmsProvider(const SmsProvider&) = delete;
    SmsProvider& operator=(const SmsProvider&) = delete;

    std::string twilio() const; ///< its address
    std::string ovh() const;
    /// The next sending is answered so, and not taken.
    void answer_next(int status, std::string body);
    /// The next sending is taken, and answered by a gateway's failure that says nothing.
    void lose_next_answer();
    /// Every question of what was taken is answered 503.
    void hide_what_was_taken();

    std::vector<TakenMessage> taken() const;
    /// What broke a description.
    std::vector<std::string> complaints() const;
    /// How often somebody asked what was taken.
    int questions() const;

    static constexpr const char* account_sid = "AC0123456789abcdef0123456789abcdef";
    static constexpr const char* auth_token = "jeton-de-twilio";
    static constexpr const char* service = "sms-ab12345-1";
    static constexpr const char* application_key = "cle-application";
    static constexpr const char* application_secret = "secret-application";
    static constexpr const char* consumer_key = "cle-consommateur";

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace test_support
