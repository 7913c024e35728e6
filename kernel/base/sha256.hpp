#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace base
{

/// SHA-256 of bytes that come piece by piece; base::sha256 (text.hpp) is for those at hand.
class Sha256
{
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    /// 64 hexadecimal digits, once.
    std::string hex_digest();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace base
