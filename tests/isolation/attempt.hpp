#pragma once

#include "tests/isolation/scene.hpp"

#include <string>

namespace isolation
{

/// One member in front of fresh objects of the scene.
class Attempt
{
  public:
    Attempt(Scene& in, const std::string& role)
        : scene(in), is_client(role == "client"), member_(member_of(in, role))
    {
    }

    Subject subject(const char* kind) { return isolation::catalogue().subjects.at(kind)(scene); }
    Subject taken_ticket()
    {
        return isolation::catalogue().by_route.at(
            "POST /e/{workspace}/tickets/{number}/deplacement")(scene);
    }
    test_world::Typed example(const char* command, const Subject& of = {})
    {
        return isolation::catalogue().examples.at(command)(scene, of);
    }

    std::string staff(const std::string& path) const { return "/e/" + scene.workspace.slug + path; }
    std::string portal(const std::string& path) const
    {
        return "/p/" + scene.workspace.slug + path;
    }
    std::string ticket_page(const Subject& ticket)
    {
        const auto& number = ticket.path.at("number");
        return page(is_client ? portal("/demandes/" + number) : staff("/tickets/" + number));
    }

    std::string page(const std::string& path)
    {
        const auto answer = member_.browser.get(path);
        return answer.status == 200 ? answer.body : std::string{};
    }
    bool posts(const std::string& path, const test_world::Typed& typed)
    {
        const auto answer = member_.browser.post(path, typed);
        const auto goes_to = answer.headers.get("Location");
        return answer.status == 303 && goes_to.find("/connexion") == std::string_view::npos;
    }
    bool posts_on(const Subject& ticket, const char* what, const test_world::Typed& typed)
    {
        return posts(staff("/tickets/" + ticket.path.at("number") + "/" + what), typed);
    }
    const tenancy::Actor& actor() const { return member_.actor; }

    Scene& scene;
    const bool is_client;

  private:
    static test_world::Member& member_of(Scene& scene, const std::string& role)
    {
        if (role == "technicien") return scene.technician;
        if (role == "developpeur") return scene.developer;
        return role == "admin" ? scene.admin : scene.client;
    }
    test_world::Member& member_;
};

inline bool has(const std::string& page, const std::string& text)
{
    return page.find(text) != std::string::npos;
}

/// The form of the page that goes to `…/what`, empty when there is none.
inline std::string form_to(const std::string& page, const std::string& what)
{
    const auto begin = page.find("/" + what + "\"");
    if (begin == std::string::npos) return {};
    return page.substr(begin, page.find("</form>", begin) - begin);
}

} // namespace isolation
