#pragma once

#include "app/demonstration/cast.hpp"
#include "app/demonstration/composer.hpp"
#include "app/demonstration/schedule.hpp"

#include <optional>
#include <string>
#include <vector>

namespace demonstration
{

/// Tells one story in order of time: what is said, by whom, and the moves of the workflow that go
/// with it. What would happen after now is left out with all that follows.
class Conversation
{
  public:
    struct Clock {
        base::Instant now;
        std::string zone;
    };
    Conversation(const Cast& cast, const Clock& clock, Wording& words, Draw& draw);

    /// The steps of the telling, with the variants that belong to its opening.
    std::vector<Step> told(const Telling& telling, std::size_t opening);

  private:
    enum class Speaks { team, client };

    void tell(const Turn& turn);
    void answer(const Turn& turn, const std::string& text);
    void engage();
    void end();
    void dismiss();
    void add(const Author& author, Step::Kind kind, const std::string& text);
    void move(const Author& author, const std::string& code, const std::string& text = {});
    void pass(int minutes, Speaks speaks);
    const std::string& variant(const std::vector<std::string>& texts) const;
    Author speaker() const;
    Author lead() const { return {Author::Kind::member, cast_.lead}; }
    Author contact() const { return {Author::Kind::contact, cast_.contact}; }
    Author developer() const { return {Author::Kind::member, cast_.developer}; }

    const Cast& cast_;
    Clock clock_;
    Wording& words_;
    Draw& draw_;
    const Story* story_ = nullptr;
    std::size_t rank_ = 0; ///< of the variants
    base::Instant at_;
    bool is_engaged_ = false; ///< somebody took it
    bool is_waiting_ = false; ///< for the client
    std::vector<Step> steps_;
};

} // namespace demonstration
