// The words that pages are built of. Whatever else stands in a name may be somebody's: it is not shown in a picture of the page.

/** Pieces of the names of attributes, classes and ids; no name of a person, a team or a product. */
export const BUILT_OF: ReadonlySet<string> = new Set(
  `
  a above accept action actions active activity actor add added address after agent alert align alt amp app append application area aria arrow
  article as aside asset assigned assignee at atomic attachment attachments attribute author authors auto autocomplete automatic avatar avatars
  back badge badges banner bar bars base bcc before begin below big blank block blockquote board body bold border bordered bottom box breadcrumb
  breadcrumbs btn bubble busy button buttons by
  calendar call cancel caption card cards caret cc cell cells center centered change changed changes channel charset check checkbox checked
  chevron child children chip cite class clear clearfix click clickable close closed code col collapse collapsed collapsible color cols colspan
  column columns comment comments compact complete component compose confirm contact container containers content contenteditable contents
  control controls conversation conversations copy core count counter create created current custom customer cy
  danger dark data date dates datetime day default delete deleted depth desc describedby description desktop detail details dialog dir direction
  disabled display div divider document done dot down download draft drag draggable drop dropdown dynamic
  edit edited editor element elements email embed empty enabled enctype end entries entry error errors even event events expand expandable
  expanded external
  fade field fields fieldset figure file files filled filter filters first fixed flag flat flex float fluid focus focused folder folders font foot
  footer for form format frame from front full fw
  gap general group groups grid grow
  half handle has hash haspopup head header headers heading headline height help hero hidden hide highlight history hl holder home horizontal
  hover href html http
  icon icons id ids iframe image images img in inactive inbox index indicator info inline inner input inputs inset internal invalid invisible is
  issue issues item items itemid itemprop itemscope itemtype
  js journal json
  key keyboard kind
  label labelledby labels lang large last layer layout lazy lead leading left legend length level lg light line linear lines link linked links
  list lists listitem live load loaded loader loading local location locked log logo low
  mail mails main margin marker max maxlength md media medium member menu menus meta method middle min minor minus mobile modal mode module
  more move ms multi multiline multiple
  name names nav navbar navigation new newest next no node none normal not note notes notice notification notifications num number
  object odd of off offset old oldest on one only opacity open opened opening option options or order origin original out outer output overflow
  overlay own owner
  padding page pagination pane panel panels paragraph parent part parts path permalink person photo picture pill pinned placeholder plain player
  plus point popover popup portal position post posted posts pre prefix presentation pressed preview previous primary priority private profile
  progress prop properties property public
  qa query queue quick quote quoted
  radio read reader readonly recipient recipients ref reference region rel related relative remove removed replied reply replies request
  requester requests required reset resize resolution response responsive result results right role root round rounded row rows rowspan rtl ltr
  sanitize save scope screen script scroll scrollable search second secondary section sections select selectable selected selection self send
  sender sent separator set setting settings severity shadow share shared short show shown side sidebar signature simple single size sizes slider
  slot sm small snippet sort source space spacer spacing span spellcheck spinner split src srcset staff stack standard star start state static
  status step sticky strong style sub subject submit subtitle success suffix sum summary support svg switch system
  tab tabindex table tables tablist tabpanel tabs tag tags target task template test testid text textarea th theme thread threads thumb thumbnail
  ticket tickets tight time timeago timeline timestamp title tmp to today toggle token toolbar tools tooltip top total track tree treeitem
  truncate type typography
  ui ul undo unit unread up update updated upload url user username users
  valign value values variant version vertical video view viewbox viewer viewport views visible visually
  warning web widget width wiki window with work worker wrap wrapped wrapper write
  xl xml xmlns xs
  yes zoom`
    .trim()
    .split(/\s+/),
);

/** What HTML itself calls its elements. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  `
  a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col colgroup data datalist dd
  del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html
  i iframe img input ins kbd label legend li link main map mark menu meta meter nav noframes noscript object ol optgroup option output p param
  picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg table
  tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr hearback-rating`
    .trim()
    .split(/\s+/),
);
