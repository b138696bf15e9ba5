# Fills an empty Redmine with the people and tickets of tickets.ts, says which numbers they got, and serves it. Started by redmine.ts.
require 'json'
Dir.chdir '/usr/share/redmine'
require '/usr/share/redmine/config/environment'
require 'rack/handler/webrick'

story = JSON.parse(File.read(ENV.fetch('STORY')))
ActionMailer::Base.perform_deliveries = false
Redmine::DefaultData::Loader.load('en')
Setting.login_required = '1'
Setting.notified_events = []
Setting.gravatar_enabled = '0'

project = Project.create!(name: 'IT', identifier: 'it', is_public: false, enabled_module_names: ['issue_tracking'])
project.trackers = Tracker.all
users = story['people'].to_h do |person|
  user = User.new(login: person['login'], firstname: person['given'], lastname: person['family'], mail: person['mail'], language: 'en')
  user.password = user.password_confirmation = story['password']
  user.save!
  role = Role.find_by!(name: person['agent'] ? 'Manager' : 'Reporter')
  Member.create!(project: project, principal: user, roles: [role])
  [person['login'], user]
end

numbers = story['tickets'].to_h do |ticket|
  first, *notes = ticket['said']
  User.current = users.fetch(first['by'])
  issue = Issue.create!(project: project, tracker: project.trackers.first, author: User.current, subject: ticket['subject'],
                        description: first['text'], priority: IssuePriority.first, status: IssueStatus.first)
  notes.each do |note|
    User.current = users.fetch(note['by'])
    issue = Issue.find(issue.id)
    issue.init_journal(User.current, note['text'])
    issue.private_notes = true if note['internal']
    issue.save!
  end
  [ticket['key'], issue.id]
end
User.current = nil
File.write(ENV.fetch('NUMBERS'), JSON.generate(people: users.transform_values(&:id), tickets: numbers))

quiet = WEBrick::Log.new($stderr, WEBrick::Log::WARN)
Rack::Handler::WEBrick.run(Rails.application, Host: '127.0.0.1', Port: ENV.fetch('PORT').to_i, AccessLog: [], Logger: quiet)
