using System.Linq;
using System.Text.RegularExpressions;

namespace ConfigAudit.Base.Values;

/// <summary>
/// Words for places, sections and purposes, as offices use them for accounts that are nobody's own: in Japanese, in the Latin spellings of
/// it, and in English.
/// None is a person's name.
/// </summary>
internal static class GenericWords
{
    private const string Purposes =
        "shared?|common|kyou?y[ou]u?|kyou?dou?|kyou?tsuu?|madoguchi|uketsuke|staff|guest|users?|account|pc|client|terminal|tanmatsu|test|temp|office|reception|counter|kiosk|lobby|public"
        + "|team|group|kenshuu?|training|kaigi|kaigishitsu|meeting|rinji|tantou?|daihyou?|gyou?mu|jimu|kanri";

    private const string Sections =
        "sou?mu|zeimu|zaisei|zaimu|shimin|chou?min|juu?min|kaikei|fukushi|kikaku|gikai|kyou?iku|kensetsu|doboku|nou?rin|suidou?|hoken|kaigo|kosodate|kou?hou?|jou?hou?|jinji|shomu|bou?sai|kankyou?";

    private const string Any = Purposes + "|" + Sections + "|ka|kakari|shitsu|jimukyoku";

    private const string English =
        "general|affairs|accounting|tax|welfare|planning|admin(?:istrator)?|help ?desk|support|service|window|division|section|department|desk|room|local|the|for|of";

    private static readonly Regex Japanese = LinearPattern.Of(
        "共[用有同通]|窓口|受付|端末|代表|課|係|担当|業務|専用|兼用|職員|臨時|運用|保守|管理|事務|[総税財]務|会計|福祉|出張所|支所|センター|アカウント|ユーザ|パソコン|(?<=.{3})[室部局班]$|(?<=.)用$"
    );

    private static readonly Regex Name = LinearPattern.Of(
        $@"^{Word(Purposes, Sections)}(?>[-_. ]?{Word(Any, @"\d+")})*$",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex FullName = LinearPattern.Of(
        $@"^{Word(Any, English)}(?>(?>[-_. ]+){Word(Any, English, @"\d+")})*$",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex Shared = LinearPattern.Of(@"共[用有同]|\bshared\b", RegexOptions.IgnoreCase);

    /// <summary>The longest word that stands there, once and for all: where 会議室 may be read as one word or as two, a name of fifty of them
    /// has more readings than there is time.</summary>
    private static string Word(params string[] words) =>
        $"(?>{string.Join("|", words.SelectMany(each => each.Split('|')).OrderByDescending(word => word.Length))})";

    /// <summary>A full name of such words alone: 総務課, 窓口用, Shared User, General Affairs.</summary>
    public static bool MakeFull(string name) => Has(FullName, name);

    /// <summary>A name with a word of these for each of its parts, numbers behind: user01, kyoyo, soumu-pc2, 窓口1.</summary>
    public static bool Make(string name) => Has(Name, name);

    /// <summary>A full name that says itself that it is of several: 窓口共用アカウント, Shared User.</summary>
    public static bool SayShared(string name) => Shared.IsMatch(HostileText.Compatible(name));

    private static bool Has(Regex words, string name) =>
        HostileText.Compatible(name) is var plain && (words.IsMatch(plain) || Japanese.IsMatch(plain));
}
