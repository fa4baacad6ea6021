import { count, day, flag, type ListedTool, listOf, oneOf, text, tool } from './tool.ts';

const PAGE = {
  limit: count('How many to return at most; 20 unless given.'),
  cursor: text('The cursor of the page before, to go on behind it.'),
};
const ISSUE = { issue_id: text('The id of the issue, such as "TCK-214".') };
const REPO = {
  'owner!': text('The account that owns the repository, a user or an organisation.'),
  'repo!': text('The name of the repository, without the owner.'),
};

const tickets: readonly ListedTool[] = [
  tool(
    'search_issues',
    'Searches issues by words and filters. Returns issues with all of their fields, the most recently updated first.',
    {
      'query!': text('Words that must occur in the title or the description.'),
      project: text('The key of a project, such as "TCK"; all projects unless given.'),
      state: oneOf('Only issues in this state.', 'open', 'in_progress', 'closed', 'any'),
      assignee: text('Only issues assigned to this user name.'),
      label: text('Only issues with this label.'),
      ...PAGE,
    },
  ),
  tool('get_issue', 'Gets one issue with its description, fields, links and the first comments.', ISSUE),
  tool(
    'create_issue',
    'Creates an issue in a project and returns it. The reporter is the user of the access token.',
    {
      'project!': text('The key of the project.'),
      'title!': text('One line that says what is wrong or wanted.'),
      description: text('The description in Markdown.'),
      priority: oneOf('How urgent it is.', 'low', 'medium', 'high', 'critical'),
      labels: listOf('Labels to set; those that do not exist are created.'),
      assignee: text('User name of whoever shall work on it.'),
    },
  ),
  tool('update_issue', 'Changes fields of an issue. Fields that are not given stay as they are.', {
    'issue_id!': text('The id of the issue.'),
    title: text('The new title.'),
    description: text('The new description in Markdown; replaces the old one.'),
    priority: oneOf('The new priority.', 'low', 'medium', 'high', 'critical'),
    state: oneOf('The new state.', 'open', 'in_progress', 'closed'),
    labels: listOf('All labels that the issue shall have from now on.'),
  }),
  tool('assign_issue', 'Assigns an issue to a user, or to nobody.', {
    'issue_id!': text('The id of the issue.'),
    assignee: text('A user name; nobody when it is left out.'),
  }),
  tool('add_comment', 'Adds a comment to an issue. Everybody who watches the issue is notified.', {
    'issue_id!': text('The id of the issue.'),
    'body!': text('The comment in Markdown.'),
    internal: flag('Only for the team, not for customers.'),
  }),
  tool('list_comments', 'Lists the comments of an issue, oldest first.', { ...ISSUE, ...PAGE }),
  tool('link_issues', 'Links two issues with each other.', {
    'from!': text('The id of the first issue.'),
    'to!': text('The id of the second issue.'),
    'kind!': oneOf('How they are related.', 'blocks', 'duplicates', 'relates_to', 'caused_by'),
  }),
  tool('list_projects', 'Lists the projects that the user can see, with their keys and leads.', PAGE),
  tool('list_sprints', 'Lists the sprints of a board with their goals and dates.', {
    'board_id!': text('The id of the board.'),
    state: oneOf('Only sprints in this state.', 'future', 'active', 'closed'),
  }),
  tool('move_to_sprint', 'Moves issues into a sprint.', {
    'sprint_id!': text('The id of the sprint.'),
    'issue_ids!': listOf('The ids of the issues to move.'),
  }),
  tool('log_work', 'Records time that was spent on an issue.', {
    'issue_id!': text('The id of the issue.'),
    'minutes!': count('Minutes that were spent.', 1440),
    started: day('When the work began; now unless given.'),
    note: text('What was done.'),
  }),
  tool('delete_issue', 'Deletes an issue for good, with its comments and attachments.', ISSUE),
];

const mail: readonly ListedTool[] = [
  tool(
    'search_messages',
    'Searches messages in all folders. Returns headers and a snippet of each, the newest first.',
    {
      'query!': text('Words, or fields such as from:ines subject:invoice before:2026-03-01.'),
      folder: text('Only in this folder.'),
      unread: flag('Only messages that were not read yet.'),
      ...PAGE,
    },
  ),
  tool(
    'read_message',
    'Reads one message with its headers, its body as it was sent, and the list of its attachments.',
    {
      'message_id!': text('The id of the message, as a search gave it.'),
      mark_read: flag('Mark it as read; true unless given.'),
    },
  ),
  tool('send_message', 'Sends an e-mail at once. It cannot be called back.', {
    'to!': listOf('Addresses of the recipients.'),
    cc: listOf('Addresses that get a copy.'),
    'subject!': text('The subject line.'),
    'body!': text('The text of the message; Markdown is turned into HTML.'),
    reply_to: text('The id of a message that this one answers.'),
  }),
  tool('create_draft', 'Saves a draft without sending it.', {
    'to!': listOf('Addresses of the recipients.'),
    'subject!': text('The subject line.'),
    'body!': text('The text of the message.'),
  }),
  tool('move_message', 'Moves a message into another folder.', {
    'message_id!': text('The id of the message.'),
    'folder!': text('The folder to move it into; it is made when it does not exist.'),
  }),
  tool('delete_message', 'Moves a message into the bin, where it is kept for thirty days.', {
    'message_id!': text('The id of the message.'),
  }),
  tool('list_folders', 'Lists all folders with the number of messages and of unread ones.', {}),
  tool('set_labels', 'Sets the labels of a message.', {
    'message_id!': text('The id of the message.'),
    'labels!': listOf('All labels that it shall have.'),
  }),
  tool('get_attachment', 'Gets an attachment of a message, text as text and everything else in base64.', {
    'message_id!': text('The id of the message.'),
    'name!': text('The name of the attachment.'),
  }),
  tool('set_out_of_office', 'Sets or ends the automatic answer while somebody is away.', {
    'enabled!': flag('On or off.'),
    from: day('From when on.'),
    until: day('Until when.'),
    message: text('What is answered.'),
  }),
];

const shop: readonly ListedTool[] = [
  tool('list_orders', 'Lists orders with their totals and states, the oldest first.', {
    since: day('Only orders placed at this time or later.'),
    until: day('Only orders placed before this time.'),
    status: oneOf('Only orders in this state.', 'new', 'paid', 'shipped', 'returned', 'cancelled'),
    customer: text('Only orders of this customer, by id or e-mail address.'),
    limit: count('How many to return at most; 50 unless given.', 250),
  }),
  tool('get_order', 'Gets one order with its lines, its payments and where it is shipped to.', {
    'order_id!': text('The number of the order.'),
  }),
  tool('refund_order', 'Pays an order back, whole or in part. The money leaves the account at once.', {
    'order_id!': text('The number of the order.'),
    amount: {
      type: 'number',
      description: 'How much, in the currency of the order; all of it unless given.',
    },
    'reason!': oneOf('Why.', 'damaged', 'late', 'wrong_item', 'goodwill'),
  }),
  tool('cancel_order', 'Cancels an order that was not shipped yet and puts its items back into stock.', {
    'order_id!': text('The number of the order.'),
    notify: flag('Tell the customer by e-mail.'),
  }),
  tool('list_products', 'Lists products with prices and stock.', {
    category: text('Only products of this category.'),
    in_stock: flag('Only those that can be shipped now.'),
    ...PAGE,
  }),
  tool('get_product', 'Gets one product with its variants, its texts and its pictures.', {
    'product_id!': text('The id or the SKU of the product.'),
  }),
  tool('update_product', 'Changes a product. What is not given stays as it is.', {
    'product_id!': text('The id or the SKU of the product.'),
    title: text('The new title.'),
    price: { type: 'number', description: 'The new price, in euro.' },
    description: text('The new description in HTML.'),
    published: flag('Whether it is shown in the shop.'),
  }),
  tool('set_stock', 'Sets how many pieces of a variant are in a warehouse.', {
    'sku!': text('The SKU of the variant.'),
    'warehouse!': text('The id of the warehouse.'),
    'quantity!': count('How many there are.', 1_000_000),
  }),
  tool('find_customer', 'Finds customers by name, e-mail address or telephone number.', {
    'query!': text('What to look for.'),
    ...PAGE,
  }),
  tool('get_customer', 'Gets one customer with addresses, notes and the sum of all orders.', {
    'customer_id!': text('The id of the customer.'),
  }),
  tool('create_discount', 'Creates a discount code.', {
    'code!': text('What customers type in.'),
    'percent!': count('How much is taken off.', 90),
    until: day('When it ends; never unless given.'),
    once: flag('Each customer can use it only once.'),
  }),
  tool('sales_report', 'Sums up sales by day, week or month.', {
    'since!': day('From when on.'),
    'until!': day('Until when.'),
    by: oneOf('What each row is.', 'day', 'week', 'month', 'product', 'country'),
  }),
];

const web: readonly ListedTool[] = [
  tool('fetch_page', 'Fetches a page and returns it as it is, with its HTML.', {
    'url!': text('The address of the page.'),
    timeout_seconds: count('How long to wait for it.', 120),
  }),
  tool('search_web', 'Searches the web. Returns title, address and a snippet for each hit.', {
    'query!': text('What to search for.'),
    limit: count('How many hits; 10 unless given.', 50),
    language: text('Only pages in this language, such as "en".'),
  }),
  tool('screenshot_page', 'Opens a page in a browser and returns a picture of it.', {
    'url!': text('The address of the page.'),
    full_page: flag('The whole page and not only what is seen first.'),
    width: count('Width of the window in pixels.', 4000),
  }),
  tool('list_links', 'Fetches a page and lists the links on it.', {
    'url!': text('The address of the page.'),
    same_site: flag('Only links to the same site.'),
  }),
];

const calendar: readonly ListedTool[] = [
  tool('list_events', 'Lists events of a calendar between two times, with guests and places.', {
    'calendar_id!': text('The calendar, by its id or the e-mail address of its owner.'),
    'from!': day('From when on.'),
    'to!': day('Until when.'),
    limit: count('How many to return at most.', 250),
  }),
  tool('create_event', 'Creates an event and invites its guests.', {
    'calendar_id!': text('The calendar.'),
    'title!': text('What it is about.'),
    'start!': day('When it begins.'),
    'end!': day('When it ends.'),
    guests: listOf('E-mail addresses of those who are invited.'),
    location: text('Where it is.'),
    video_call: flag('Add a link to a video call.'),
  }),
  tool('update_event', 'Changes an event and tells its guests.', {
    'event_id!': text('The id of the event.'),
    title: text('The new title.'),
    start: day('The new beginning.'),
    end: day('The new end.'),
  }),
  tool('delete_event', 'Cancels an event and tells its guests.', {
    'event_id!': text('The id of the event.'),
    message: text('What the guests are told.'),
  }),
  tool('find_free_time', 'Finds times at which all of several people are free.', {
    'people!': listOf('Their e-mail addresses.'),
    'minutes!': count('How long it shall be.', 480),
    'from!': day('From when on.'),
    'to!': day('Until when.'),
  }),
  tool('respond_to_invitation', 'Answers an invitation.', {
    'event_id!': text('The id of the event.'),
    'answer!': oneOf('The answer.', 'yes', 'no', 'maybe'),
    note: text('What the host is told.'),
  }),
  tool('list_calendars', 'Lists the calendars that the user can see.', {}),
];

const code: readonly ListedTool[] = [
  tool('list_workflow_runs', 'Lists runs of workflows of a repository, the newest first.', {
    ...REPO,
    branch: text('Only runs on this branch.'),
    status: oneOf('Only runs that ended so.', 'success', 'failure', 'cancelled', 'in_progress'),
    ...PAGE,
  }),
  tool('get_job_log', 'Gets the log of a job of a run, as text with a time in each line.', {
    ...REPO,
    'run_id!': text('The id of the run.'),
    'job!': text('The name of the job.'),
  }),
  tool('rerun_workflow', 'Starts a run again.', { ...REPO, 'run_id!': text('The id of the run.') }),
  tool('get_commit', 'Gets a commit with its message, its author and what it changed.', {
    ...REPO,
    'sha!': text('The hash of the commit, or its beginning.'),
  }),
  tool('list_commits', 'Lists the commits of a branch, the newest first.', {
    ...REPO,
    branch: text('The branch; the usual one unless given.'),
    path: text('Only commits that changed this file or folder.'),
    ...PAGE,
  }),
  tool('list_pull_requests', 'Lists pull requests of a repository.', {
    ...REPO,
    state: oneOf('Only those in this state.', 'open', 'closed', 'merged', 'all'),
    author: text('Only those of this user.'),
    ...PAGE,
  }),
  tool('get_pull_request', 'Gets a pull request with its description, its reviews and its checks.', {
    ...REPO,
    'number!': count('Its number.', 1_000_000),
  }),
  tool('create_pull_request', 'Opens a pull request.', {
    ...REPO,
    'title!': text('The title.'),
    'head!': text('The branch with the changes.'),
    'base!': text('The branch that they shall go into.'),
    body: text('The description in Markdown.'),
    draft: flag('Open it as a draft.'),
  }),
  tool('merge_pull_request', 'Merges a pull request.', {
    ...REPO,
    'number!': count('Its number.', 1_000_000),
    method: oneOf('How.', 'merge', 'squash', 'rebase'),
  }),
  tool('review_pull_request', 'Gives a review of a pull request.', {
    ...REPO,
    'number!': count('Its number.', 1_000_000),
    'verdict!': oneOf('What it says.', 'approve', 'request_changes', 'comment'),
    body: text('The text of the review.'),
  }),
  tool('get_file_contents', 'Gets a file or the list of a folder of a repository at some state.', {
    ...REPO,
    'path!': text('The path in the repository.'),
    ref: text('A branch, a tag or a commit.'),
  }),
  tool('search_code', 'Searches the code of all repositories that the user can see.', {
    'query!': text('What to look for; an expression between slashes is a pattern.'),
    language: text('Only files in this language.'),
    ...PAGE,
  }),
  tool('create_branch', 'Creates a branch.', {
    ...REPO,
    'name!': text('Its name.'),
    from: text('Where it begins; the usual branch unless given.'),
  }),
  tool('list_releases', 'Lists the releases of a repository, the newest first.', { ...REPO, ...PAGE }),
  tool('create_release', 'Creates a release with a tag and publishes it.', {
    ...REPO,
    'tag!': text('The tag.'),
    name: text('What it is called.'),
    notes: text('The notes in Markdown.'),
    prerelease: flag('Mark it as not for everybody yet.'),
  }),
  tool('list_security_alerts', 'Lists known weaknesses in what a repository depends on.', {
    ...REPO,
    severity: oneOf('Only those that are at least so bad.', 'low', 'medium', 'high', 'critical'),
  }),
];

/** The tools of the scripted servers, by the name of the server. */
export const catalogue: Readonly<Record<string, readonly ListedTool[]>> = {
  tickets,
  mail,
  shop,
  web,
  calendar,
  code,
};
