// One hit of a search over everything. Part of FindPage.
import OurTable.Controls
import OurTable.Theme

ListRow {
    required property string key
    required property string title
    required property string sign
    required property string page
    required property string kindName
    required detail

    text: title
    symbol: sign
    tone: Theme.colours.neutralTone
}
