#include "kernel/secrets/common_words.hpp"

#include <vector>

namespace secrets
{

namespace
{

constexpr std::string_view words =
    "administrateur administration administrator informatique utilisateur changezmoi "
    "entreprise motdepasse ordinateur provisoire temporaire alexandre bienvenue "
    "connexion depannage francaise instagram marseille microsoft minecraft motdepass "
    "normandie princesse printemps sebastien september septembre spiderman superuser "
    "technique wednesday baseball bordeaux boutique bretagne cannelle caroline "
    "champion changeme chantier chocolat chouchou coaching commerce computer "
    "december decembre dimanche facebook factures february football fortnite "
    "francais handball iloveyou internet isabelle lefebvre mercredi montagne "
    "montreal nathalie nouvelle november novembre passw0rd password passwort "
    "princess provence saturday securite services starwars sunshine superman "
    "thursday toujours toulouse trustno1 vacances vendredi whatever android antoine "
    "atelier automne bernard biscuit bonjour bonsoir camille caramel changer clients "
    "dauphin default enfants exemple facture famille fevrier freedom halifax january "
    "janvier jetaime juillet laurent letmein liberte licorne lorient loveyou magasin "
    "nicolas nouveau nutella october octobre pokemon quimper richard samsung secrete "
    "service societe support travail tuesday vanille welcome windows youtube acadie "
    "access august autumn azerty banane basket batman bisous bureau canada cerise "
    "cherie cheval citron client compte coucou defaut doudou dragon dubois durand "
    "enfant equipe etabli etoile fraise france friday garcia google hunter iphone "
    "jamais julien loulou lovely maison martin master matrix michel monday monkey "
    "moreau nantes naruto orange passer pierre prince quatre quebec qwerty ranger "
    "rennes robert samedi secret secure shadow soleil sophie spring summer sunday "
    "tennis thomas vannes voyage winter admin amour april avril brest cheri chien "
    "coeur david essai frere hello hiver jeudi julie lapin leroy lille login lundi "
    "maman mamie march mardi marie merci minou ninja nuage panda paris passe plage "
    "rugby salut simon soeur tests three tigre trois users aout bebe chat ciel cinq "
    "demo deux five foot four huit juin july june lion loup love lune lyon mars neuf "
    "nous papa papy root sept test user vous and des dix est ete for les mai mdp mes "
    "moi mon non one oui pas six the toi two une you";

constexpr std::string_view rows =
    "azertyuiop qsdfghjklm wxcvbn qwertyuiop qwertzuiop asdfghjkl zxcvbnm "
    "01234567890 abcdefghijklmnopqrstuvwxyz 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p "
    "1aqw2zsx3edc4rfv5tgb6yhn7uj8ik9ol0pm aqwzsxedcrfvtgbyhnujikolpm "
    "qawsedrftgyhujikolp 147258369 159753 13579 24680 poiuytreza mlkjhgfdsq nbvcxw "
    "poiuytrewq poiuztrewq lkjhgfdsa mnbvcxz 09876543210 zyxwvutsrqponmlkjihgfedcba "
    "p0lo9ki8mju7nhy6bgt5vfr4cde3xsw2zaq1 mp0lo9ki8ju7nhy6bgt5vfr4cde3xsz2wqa1 "
    "mplokijunhybgtvfrcdexszwqa plokijuhygtfrdeswaq 963852741 357951 97531 08642";

std::vector<std::string_view> separated(std::string_view text)
{
    std::vector<std::string_view> list;
    for (auto end = text.find(' '); end != text.npos; end = text.find(' ')) {
        list.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    list.push_back(text);
    return list;
}

} // namespace

std::span<const std::string_view> common_words()
{
    static const auto list = separated(words);
    return list;
}

std::span<const std::string_view> common_rows()
{
    static const auto list = separated(rows);
    return list;
}

} // namespace secrets
